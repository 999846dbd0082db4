import { readText, searchReader } from '../../shared/routing/search';

export interface FeedSearch {
  /** Only events of this type, which may be one that this page does not know. */
  readonly type?: string | undefined;
  /** From this time on, RFC 3339. */
  readonly since?: string | undefined;
  /** From after this position on: what a stream calls Last-Event-ID. It wins over `since`, as it does there. */
  readonly after?: string | undefined;
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function readTime(value: unknown): string | undefined {
  const time = readText(TIME)(value);
  return time === undefined || Number.isNaN(Date.parse(time)) ? undefined : time;
}

/** The names of event types as CloudEvents has them: printable, and none of the characters that end a parameter. */
const readType = readText(/^[\w.:\-/]{1,100}$/);

/** One `topic/partition@offset` per topic, each with what tells the topic from another of its name, if that is known. */
const PART = String.raw`[a-z.]{1,64}/\d{1,6}@(-1|\d{1,18})(~[\w\-]{1,22})?`;

export const readPosition = readText(new RegExp(`^${PART}(,${PART}){0,7}$`));

export const readFeedSearch = searchReader<FeedSearch>({
  type: readType,
  since: readTime,
  after: readPosition,
});
