/** Where a sign-in comes from. The address slows guesses down (keyed hash) and is not kept. */
export interface Client {
  device: string;
  address: string;
}
