import { createParser } from 'eventsource-parser';

export interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
}

/** How a stream came to its end. */
export type StreamEnd =
  | { readonly kind: 'closed' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'answered'; readonly status: number; readonly retryMs: number | undefined };

export interface StreamRequest {
  readonly token: string;
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
  readonly onHeaders: () => void;
  readonly onBytes: () => void;
  readonly onFrame: (frame: Frame) => void;
}

export type OpenStream = (request: StreamRequest) => Promise<StreamEnd>;

/** A frame is small; a stream that never ends one is broken, not large. */
const MAX_FRAME_CHARS = 1024 * 1024;

/**
 * The stream over fetch rather than EventSource, which can send neither an Authorization header nor a position of our
 * choosing, and hides why it failed.
 */
export const openStream: OpenStream = async (request) => {
  const headers = new Headers({ Accept: 'text/event-stream', Authorization: `Bearer ${request.token}` });
  if (request.lastEventId !== null) {
    headers.set('Last-Event-ID', request.lastEventId);
  }
  try {
    const response = await fetch('/events', { headers, signal: request.signal, cache: 'no-store' });
    if (response.status !== 200 || !response.body) {
      return { kind: 'answered', status: response.status, retryMs: retryAfterMs(response) };
    }
    request.onHeaders();
    await read(response.body, request);
    return { kind: 'closed' };
  } catch {
    return { kind: 'unreachable' };
  }
};

async function read(body: ReadableStream<Uint8Array>, request: StreamRequest): Promise<void> {
  const parser = createParser({
    maxBufferSize: MAX_FRAME_CHARS,
    onEvent: ({ id, event, data }) => request.onFrame({ id, event, data }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || request.signal.aborted) {
      return;
    }
    request.onBytes();
    parser.feed(decoder.decode(value, { stream: true }));
  }
}

/** RFC 9110 §10.2.3, seconds only: the gateway sends no dates. */
function retryAfterMs(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
