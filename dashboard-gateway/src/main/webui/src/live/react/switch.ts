/** Something that is off at first and then on for ever. */
export class Switch {
  private on = false;
  private readonly listeners = new Set<() => void>();

  readonly snapshot = (): boolean => this.on;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether this call turned it on. */
  turnOn(): boolean {
    if (this.on) {
      return false;
    }
    this.on = true;
    this.listeners.forEach((listener) => listener());
    return true;
  }
}
