"use client";
import { ArrowRightLeft, CheckCheck, Ellipsis, Tag, Trash2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { reportConnection, type Connection } from "@/components/shell/connection";
import { Button, buttonClass } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, type DialogShape } from "@/components/ui/dialog";
import { serverNow } from "@/components/ui/clock";
import { Icon } from "@/components/ui/icon";
import { announce } from "@/components/ui/live-region";
import { Menu } from "@/components/ui/menu";
import { Segmented } from "@/components/ui/segmented";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { Row, Section } from "./section";

const CONNECTIONS: readonly { value: Connection["state"]; label: string }[] = [
  { value: "live", label: "En direct" },
  { value: "connecting", label: "Connexion" },
  { value: "stale", label: "Sans nouvelles" },
  { value: "offline", label: "Hors connexion" },
];

export function Overlays() {
  const [shape, setShape] = useState<DialogShape | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [state, setState] = useState<Connection["state"]>("live");
  const nothing = () => undefined;

  useEffect(() => {
    reportConnection({ state, syncedAt: new Date(serverNow()).toISOString() });
    return () => reportConnection(null);
  }, [state]);

  return (
    <Section title="Ce qui s’ouvre">
      <Row>
        <Menu
          label="Actions sur la conversation"
          className={buttonClass()}
          groups={[
            {
              items: [
                { id: "relay", label: "Passer à un juriste", icon: ArrowRightLeft, keys: "r", onSelect: nothing },
                { id: "tag", label: "Étiqueter", icon: Tag, keys: "t", onSelect: nothing },
                { id: "back", label: "Rendre à la file", icon: Undo2, disabled: true, onSelect: nothing },
              ],
            },
            {
              items: [
                { id: "close", label: "Clore", icon: CheckCheck, onSelect: nothing },
                { id: "erase", label: "Effacer", icon: Trash2, danger: true, onSelect: () => setConfirming(true) },
              ],
            },
          ]}
        >
          <Icon of={Ellipsis} /> Actions
        </Menu>
        <Button onClick={() => setShape("center")}>Ouvrir un dialogue</Button>
        <Button onClick={() => setShape("end")}>Ouvrir un tiroir</Button>
        <Button onClick={() => setConfirming(true)}>Effacer…</Button>
        <Button
          onClick={() => {
            showToast({ text: "Conversation rendue à la file.", action: { label: "Reprendre", run: nothing } });
            announce("Visiteur 4217 attend");
          }}
        >
          Montrer un message
        </Button>
        <Button onClick={() => showToast({ text: "L’envoi n’est pas parti. Votre texte est gardé.", tone: "danger" })}>
          Montrer un échec
        </Button>
      </Row>
      <Segmented label="Connexion" value={state} onChange={setState} options={CONNECTIONS} />
      <Dialog
        open={shape !== null}
        onClose={() => setShape(null)}
        title="Passer à un juriste"
        shape={shape ?? "center"}
        footer={
          <>
            <Button onClick={() => setShape(null)}>Annuler</Button>
            <Button kind="primary" onClick={() => setShape(null)}>
              Proposer le relais
            </Button>
          </>
        }
      >
        <TextArea label="Ce qu’il faut savoir" hint="La personne n’aura rien à répéter." />
      </Dialog>
      <ConfirmDialog
        open={confirming}
        onClose={() => setConfirming(false)}
        onConfirm={() => setConfirming(false)}
        title="Effacer ce compte ?"
        confirm="Effacer le compte"
      >
        <p>Les conversations restent, sans son nom. On ne peut pas revenir en arrière.</p>
      </ConfirmDialog>
    </Section>
  );
}
