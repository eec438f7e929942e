/** Waits for something to become true, looking often; says what it was waiting for when it does not. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const until = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
