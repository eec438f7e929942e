/** Words that change what the rest of a message is about. Written in ordinary spelling; stemmed when read. */
export const GAME_WORDS =
  "fortnite minecraft roblox gta cod valorant warzone fifa brawl clash skin respawn kill kills killstreak boss creeper zombie zombies ranked headshot fps manette sims brawlstars ingame noob skyrim pubg overwatch apex elden mario zelda smash pokemon";
export const FICTION_WORDS =
  "film films serie series livre roman chanson paroles manga anime episode personnage netflix expose dissertation dissert redaction histoire-geo commentaire-compose poeme piece-de-theatre romeo juliette emma bovary werther scenario fanfic fanfiction fanfics movie lyrics novel essay documentaire reportage podcast emission musique article clip heroine";
export const LAUGH_WORDS = "rire haha hahaha hihi";
/** Small troubles that, laughed about, make "jvais me tuer" a way of speaking. */
export const TRIVIAL_WORDS =
  "maths math ds dm controle controles interro interros devoirs prof lundi match psg om boss serie saison homework exam exams techno physique svt anglais espagnol cantine wifi bus film match cheveux coupe coiffure lag bug batterie reveil matin pluie";
