import type { OpenStream, StreamEnd, StreamRequest } from '../transport';
import { settle } from './fakeClock';

/** When its streams begin, and what lies in the gap before them has happened. */
const READY_AT = '2026-06-30T12:00:00Z';
export const AFTERWARDS = '2026-06-30T12:00:01Z';

/** A gateway whose streams the test writes to and ends. */
export class FakeGateway {
  readonly requests: StreamRequest[] = [];
  private ends: ((end: StreamEnd) => void)[] = [];

  readonly open: OpenStream = (request) => {
    this.requests.push(request);
    return new Promise((resolve) => this.ends.push(resolve));
  };

  get current(): StreamRequest {
    const request = this.requests.at(-1);
    if (!request) {
      throw new Error('no stream was opened');
    }
    return request;
  }

  send(type: string, data: object, id?: string, occurredAt = READY_AT): void {
    const envelope = { id: `${type} ${id ?? ''}`, type, occurredAt, data };
    this.current.onBytes();
    this.current.onFrame({ id, event: type, data: JSON.stringify(envelope) });
  }

  ready(outcome: string, id = 'workorder.events/0@1'): void {
    this.current.onHeaders();
    this.send('system.ready', { outcome, serverTime: READY_AT }, id);
  }

  async end(end: StreamEnd): Promise<void> {
    this.ends.at(-1)?.(end);
    await settle();
  }
}
