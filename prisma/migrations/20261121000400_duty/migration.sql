-- Shifts begin and end by themselves: what the desk was last told is kept, so that a check can tell the difference.
ALTER TABLE "presence" ADD COLUMN     "on_duty" BOOLEAN NOT NULL DEFAULT false;

-- The last conversations closed say how long one takes (lib/routing/estimate-wait.ts).
CREATE INDEX "conversation_closed_at_idx" ON "conversation"("closed_at");
