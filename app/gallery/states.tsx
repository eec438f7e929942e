import { Coffee } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Section } from "./section";

export function States() {
  return (
    <Section title="États">
      <div className="grid gap-3 md:grid-cols-2">
        <Banner title="Lecture seule">Vous lisez sans être son écoutante : la visite est notée.</Banner>
        <Banner tone="accent" title="Relais proposé" action={<Button kind="primary">Accepter</Button>}>
          Camille vous passe Visiteur 4217, avec un mot.
        </Banner>
        <Banner tone="waiting" title="Sept personnes attendent">
          La plus ancienne depuis 4 min. Deux collègues reviennent à 20 h.
        </Banner>
        <Banner tone="danger" title="L’envoi n’est pas parti" action={<Button>Réessayer</Button>}>
          Votre texte est gardé sur cet appareil.
        </Banner>
        <Banner tone="note">Note interne, jamais envoyée.</Banner>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <div className="rounded border border-line bg-sheet">
          <EmptyState icon={Coffee} title="Personne n’attend" action={<Button>Relire mes notes</Button>}>
            Les nouvelles conversations apparaîtront ici d’elles-mêmes, les plus urgentes en haut.
          </EmptyState>
        </div>
        <div className="rounded border border-line bg-sheet">
          <SkeletonRows count={4} />
        </div>
      </div>
    </Section>
  );
}
