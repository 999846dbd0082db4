import { isRecord } from './guards';

/** An answer that is not a success, as RFC 9457 describes it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    /** What the problem says beyond that, for instance which fields are wrong. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}: ${title}`);
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => null);
    const field = (name: string): string =>
      isRecord(body) && typeof body[name] === 'string' ? body[name] : '';
    const title = field('title') || `The server answered ${response.status}`;
    const members = isRecord(body) ? body : {};
    return new ApiProblem(response.status, field('code'), title, field('detail'), members);
  }
}

/** The request got no answer at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What to tell a person about a failure. */
export function describeFailure(error: unknown): { title: string; detail: string; code?: string } {
  if (error instanceof ApiProblem) {
    const { title, detail, code } = error;
    return code === '' ? { title, detail } : { title, detail, code };
  }
  if (error instanceof Unreachable) {
    return {
      title: 'Andon cannot be reached',
      detail: 'No answer came.',
    };
  }
  return {
    title: 'The answer could not be read',
    detail: error instanceof Error ? error.message : 'It is not what this page expects.',
  };
}
