-- CreateTable
CREATE TABLE "sign_in_delay" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_delay_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sign_in_delay_last_at_idx" ON "sign_in_delay"("last_at");
