import { notFound } from "next/navigation";
import { AppShell } from "@/components/shell/app-shell";
import { LineBadge } from "@/components/shell/line-badge";
import { Words } from "@/components/shell/words";
import { ServerClock } from "@/components/ui/elapsed";
import { config } from "@/lib/core/config";
import { now } from "@/lib/core/clock";
import { Controls } from "./controls";
import { Marks } from "./marks";
import { Overlays } from "./overlays";
import { States } from "./states";

async function stay() {
  "use server";
}

/** Every piece of the language in all its states, to be looked at. Demonstration only. */
export default function Gallery() {
  if (!config().demo) notFound();
  const at = now();
  return (
    <AppShell
      actor={{
        kind: "staff",
        id: "gallery",
        name: "Marie-Antoinette Delahaye",
        roles: ["listener", "supervisor", "administrator"],
        skills: ["listening"],
        sessionId: "gallery",
        secondFactorMissing: false,
      }}
      signOut={stay}
      status={<LineBadge line={{ open: true, nextOpening: null, closesAt: null, aroundTheClock: true }} />}
    >
      <Words of={["shell", "danger", "skills", "channels"]}>
        <ServerClock now={at.toISOString()}>
          <div className="mx-auto grid max-w-[76rem] gap-10 px-4 py-8 md:px-8">
            <h1 className="text-title">La langue du 3018</h1>
            <Marks />
            <Controls now={at.toISOString()} />
            <Overlays />
            <States />
          </div>
        </ServerClock>
      </Words>
    </AppShell>
  );
}
