"use client";
import { Bell, Hourglass, Lock, NotebookPen, Send, Tag } from "lucide-react";
import { useState } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Badge, CountBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboBox } from "@/components/ui/combo-box";
import { Disclosure } from "@/components/ui/disclosure";
import { Elapsed, Remaining } from "@/components/ui/elapsed";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { PersonName } from "@/components/ui/person-name";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Tabs } from "@/components/ui/tabs";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TAXONOMY } from "@/lib/contract/taxonomy";
import { Row, Section } from "./section";

const earlier = (now: string, seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

export function Controls({ now }: { now: string }) {
  const [mode, setMode] = useState<"reply" | "note">("reply");
  const [tags, setTags] = useState<string[]>([]);
  return (
    <>
      <Section title="Boutons">
        <Row>
          <Button kind="primary" icon={<Icon of={Send} />}>
            Envoyer à la personne
          </Button>
          <Button>Passer à un juriste</Button>
          <Button kind="note" icon={<Icon of={Lock} />}>
            Ajouter la note
          </Button>
          <Button kind="danger">Effacer le compte</Button>
          <IconButton icon={Bell} label="Prévenir quand quelqu’un attend" keys="shift+b" />
          <IconButton icon={Tag} label="Étiqueter" keys="t" aria-pressed="true" />
        </Row>
        <Row>
          <Button kind="primary" pending>
            Envoyer à la personne
          </Button>
          <Button pending>Passer à un juriste</Button>
          <Button kind="primary" disabled>
            Prendre
          </Button>
          <Button disabled>Rendre à la file</Button>
          <IconButton icon={Bell} label="Indisponible" disabled />
        </Row>
        <Row>
          <Button kind="primary" size="chat">
            Parler à quelqu’un
          </Button>
          <Button size="chat">Quelqu’un menace de diffuser mes photos</Button>
        </Row>
      </Section>
      <Section title="Champs">
        <div className="grid gap-5 md:grid-cols-2">
          <TextField label="Adresse e-mail" type="email" placeholder="prenom@3018.example" hint="Celle de votre compte." />
          <TextField label="Code à six chiffres" defaultValue="12345" error="Il manque un chiffre. Attendez le code suivant." />
          <TextField label="Numéro de dossier" readOnly value="2026-004217" />
          <TextField label="Surnom" optional disabled defaultValue="Camille" />
          <TextArea
            label="Ce qu’il faut savoir pour prendre la suite"
            hint="Lu par la personne qui prend la suite, jamais envoyé."
          />
          <Select
            label="Compétence"
            placeholder="Choisir…"
            options={[
              { value: "legal", label: "Juridique" },
              { value: "digital", label: "Numérique" },
            ]}
          />
          <div>
            <ComboBox
              label="Motif"
              placeholder="Chercher une étiquette"
              options={TAXONOMY.motif.map((entry) => ({ value: entry.code, label: entry.labels.fr, hint: entry.family }))}
              onChoose={(code) => setTags([...tags, code])}
            />
            <Row>
              {tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </Row>
          </div>
          <div>
            <Switch label="Son à l’arrivée d’un message" hint="Un son bref, sans contenu." defaultChecked />
            <Switch label="Masquer les premiers mots" />
            <Checkbox label="Réaffecter aussi les relais en cours" defaultChecked />
          </div>
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </Section>
      <Section title="Mots et temps">
        <Row>
          <Badge>relire</Badge>
          <Badge tone="accent">présente</Badge>
          <Badge tone="waiting" icon={<Icon of={Hourglass} size={16} />}>
            attend depuis <Elapsed since={earlier(now, 161)} face="clock" />
          </Badge>
          <Badge tone="danger">protocole d’urgence</Badge>
          <Badge tone="note" icon={<Icon of={NotebookPen} size={16} />}>
            note interne
          </Badge>
          <CountBadge count={3} words="3 non lus" />
          <CountBadge count={128} words="128 en attente" tone="waiting" />
        </Row>
        <Row>
          <Elapsed since={earlier(now, 10)} />
          <Elapsed since={earlier(now, 740)} />
          <Elapsed since={earlier(now, 3900)} />
          <Elapsed since={earlier(now, 400_000)} />
          <Elapsed since={earlier(now, 252)} face="clock" />
          <Elapsed since={earlier(now, 1)} face="seconds" />
          <span>
            revient dans <Remaining until={earlier(now, -45)} />
          </span>
          <PersonName name="Camille Roche" me />
          <PersonName name="Marie-Antoinette Delahaye-Vandenbroucke de Saint-Exupéry" className="w-56" />
        </Row>
        <Row>
          <Kbd keys="mod+enter" />
          <Kbd keys="mod+k" />
          <Kbd keys="?" />
          <Kbd keys="shift+t" />
          <Kbd keys="up" />
          <Kbd keys="escape" />
        </Row>
      </Section>
      <Section title="Onglets et plus">
        <Tabs
          label="Écrire"
          selected={mode}
          onSelect={setMode}
          selectedClassName={mode === "note" ? "border-note-fill text-note" : undefined}
          tabs={[
            { id: "reply", label: "Répondre", content: <p className="p-3">Ce qui est écrit ici part vers la personne.</p> },
            {
              id: "note",
              label: "Note",
              badge: <CountBadge count={2} words="2 notes" />,
              content: <p className="border-b border-note-line bg-note-tint p-3">Jamais envoyé. Lu par l’équipe seulement.</p>,
            },
          ]}
        />
        <Disclosure summary="Pourquoi moi ?">
          En service, présente, une place libre, compétence écoute, la plus longtemps sans demande.
        </Disclosure>
      </Section>
    </>
  );
}
