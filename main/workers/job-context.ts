/** What a job may use of the thread it runs on. */
export interface JobContext {
  /** Tells the screen; `step` is a key in the word lists. Cheap enough to call per batch, not per row. */
  progress(step: string, done: number, total: number | null): void;
  /** True when the person cancelled: the job rolls back and throws Failure('CANCELLED'). */
  isCancelled(): boolean;
}
