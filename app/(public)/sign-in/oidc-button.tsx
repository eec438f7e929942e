"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Goes to the identity provider. next-auth's client is fetched only when it is used. */
export function OidcButton({ label, next }: { label: string; next: string }) {
  const [pending, setPending] = useState(false);
  const go = async () => {
    setPending(true);
    const { signIn } = await import("next-auth/react");
    await signIn("oidc", { callbackUrl: next });
  };
  return (
    <Button onClick={() => void go()} pending={pending}>
      {label}
    </Button>
  );
}
