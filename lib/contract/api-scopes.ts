/** What a key of the public API may be allowed to do (contract.md). */
export const API_SCOPES = [
  "escalations:write",
  "conversations:read",
  "content:read",
  "cases:read",
  "shifts:read",
  "statistics:read",
] as const;
