/**
 * One Idempotency-Key for every try of the same thing, so that a double click, or a retry after an answer that got
 * lost, posts once. Other content is another thing, and so is the same content after it has succeeded.
 */
export class AttemptKey {
  private current: { readonly content: string; readonly key: string } | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  of(body: unknown): string {
    const content = JSON.stringify(body);
    if (this.current?.content !== content) {
      this.current = { content, key: this.newKey() };
    }
    return this.current.key;
  }

  succeeded(): void {
    this.current = null;
  }
}
