import { DANGER_LEVELS } from "@/lib/contract/danger";
import { CHANNELS, SKILLS } from "@/lib/contract/roles";
import { ChannelIcon } from "@/components/shell/channel-icon";
import { DangerMark } from "@/components/shell/danger-mark";
import { LineBadge } from "@/components/shell/line-badge";
import { SkillIcon } from "@/components/shell/skill-icon";
import { Row, Section } from "./section";

const SURFACES = ["bg-paper", "bg-sheet", "bg-well", "bg-accent-tint", "bg-note-tint"];
const SWATCHES = [
  ["bg-accent-fill text-on-accent", "accent"],
  ["bg-accent-tint text-accent", "accent-tint"],
  ["bg-waiting-fill text-on-waiting", "waiting"],
  ["bg-waiting-tint text-waiting", "waiting-tint"],
  ["bg-danger-fill text-on-danger", "danger"],
  ["bg-danger-tint text-danger", "danger-tint"],
  ["bg-note-fill text-on-note", "note"],
  ["bg-note-tint text-note", "note-tint"],
  ["bg-well text-ink-soft", "ink-soft · well"],
  ["bg-sheet text-ink", "ink · sheet"],
];

export function Marks() {
  return (
    <>
      <Section title="Danger">
        <div className="grid gap-1">
          {SURFACES.map((surface) => (
            <div key={surface} className={`flex flex-wrap gap-x-6 gap-y-2 rounded border border-line p-3 ${surface}`}>
              {DANGER_LEVELS.map((level) => (
                <DangerMark key={level} level={level} show="word" />
              ))}
            </div>
          ))}
        </div>
        {(["small", "medium", "large", "wall"] as const).map((size) => (
          <Row key={size}>
            {DANGER_LEVELS.map((level) => (
              <DangerMark key={level} level={level} size={size} show={size === "wall" ? "mark" : "code"} />
            ))}
          </Row>
        ))}
      </Section>
      <Section title="Couleurs et tailles">
        <div className="grid grid-cols-2 gap-2 md:grid-cols-5">
          {SWATCHES.map(([classes, name]) => (
            <p key={name} className={`rounded border border-line px-3 py-2 font-medium ${classes}`}>
              {name}
            </p>
          ))}
        </div>
        <div className="max-w-thread space-y-2">
          <p className="text-title font-bold">Titre 22/28 : ce que l’œil rencontre d’abord</p>
          <p className="text-chat">Chat 17/26 : je suis là. Tu as bien fait d’écrire, et tu n’as rien fait de mal.</p>
          <p>
            Bureau 15/22 : la personne attend depuis 4 min ; Il1O0 se distinguent ; œuvre, cœur, « à bientôt », Łukasz, Şükrü.
          </p>
          <p className="text-table text-ink-soft tabular-nums">Table 14/20 : 1 111 · 4 217 · 12:41 · 09:00–23:00</p>
        </div>
      </Section>
      <Section title="Canaux, compétences, ligne">
        <Row>
          {CHANNELS.map((channel) => (
            <ChannelIcon key={channel} channel={channel} word />
          ))}
        </Row>
        <Row>
          {SKILLS.map((skill) => (
            <SkillIcon key={skill} skill={skill} word size={20} />
          ))}
        </Row>
        <Row>
          <LineBadge line={{ open: true, nextOpening: null, closesAt: "2026-11-21T22:00:00Z", aroundTheClock: false }} />
          <LineBadge line={{ open: false, nextOpening: "2026-11-22T08:00:00Z", closesAt: null, aroundTheClock: false }} />
          <LineBadge line={{ open: true, nextOpening: null, closesAt: null, aroundTheClock: true }} />
        </Row>
      </Section>
    </>
  );
}
