import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Context } from "@/lib/core/context";
import type { Tx } from "@/lib/core/db";

const RECOVERY_CODES = 10;
/** Without what is misread (0 O 1 I L U): twelve characters are 58 bits, beyond guessing even without the slow-down. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

type Vault = Context["vault"];

/** Replaces a person's recovery codes. @returns the new ones: the only time that anybody sees them */
export async function replaceRecoveryCodes(tx: Tx, vault: Vault, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ id: uuid(), userId, hash: hashOf(vault, userId, code) })) });
  return codes;
}

/** Spends a recovery code. The update is conditional: of two at once, one wins. */
export async function spendRecoveryCode(tx: Tx, vault: Vault, userId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: hashOf(vault, userId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

function newCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]!);
  return [0, 4, 8].map((from) => characters.slice(from, from + 4).join("")).join("-");
}

function hashOf(vault: Vault, userId: string, code: string): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return Buffer.from(vault.lookup(`recovery-code:${userId}`, plain)).toString("base64url");
}
