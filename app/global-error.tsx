"use client";

// The frame itself broke: no words file, no stylesheet may be counted on, so both languages stand here.
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="fr">
      <body style={{ font: "17px/1.5 system-ui, sans-serif", margin: "15vh auto", maxWidth: "28rem", padding: "0 1.5rem" }}>
        <h1 style={{ fontSize: "1.4rem" }}>Cette page n’a pas pu s’afficher</h1>
        <p>Ce qui était envoyé ou enregistré l’est toujours. En danger immédiat : 17, 15, 112, ou 114 par SMS.</p>
        <p lang="en">This page could not be shown. What was sent or saved still is. In immediate danger: 112.</p>
        <button type="button" onClick={retry} style={{ font: "inherit", minHeight: "3rem", padding: "0 1.25rem" }}>
          Réessayer · <span lang="en">Try again</span>
        </button>
      </body>
    </html>
  );
}
