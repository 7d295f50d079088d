/** How far the host's start has come. Nothing of a window may be used before `ready`. */
export class Lifecycle {
  private ready = false;
  private readonly reached = Promise.withResolvers<void>();

  get isReady(): boolean {
    return this.ready;
  }

  whenReady(): Promise<void> {
    return this.reached.promise;
  }

  reachReady(): void {
    this.ready = true;
    this.reached.resolve();
  }

  /** @throws Error with Electron's own words where the app is not ready. */
  requireReady(message: string): void {
    if (!this.ready) throw new Error(message);
  }

  /** @throws Error with Electron's own words where the app is ready. */
  requireNotReady(message: string): void {
    if (this.ready) throw new Error(message);
  }
}
