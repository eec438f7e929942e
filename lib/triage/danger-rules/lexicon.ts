import type { Lexicon } from "../word-pattern";

/** Lists of words the rules share. An entry may be a phrase (`ce+soir`) or name another list (`@kill`). */
export const DANGER_LEXICON: Lexicon = {
  refl: "me m se s te t moi nous",
  self: "me m se s",
  kill: "supprimer achever tuer suicider suicide flinguer buter",
  method:
    "pendre noyer defenestrer empoisonner immoler asphyxier electrocuter etouffer defenestrer faire+ecraser vider+de+mon+sang jeter+devant rouler+dessus faire+rouler @veins tirer+une+balle mettre+une+balle jeter+sous jeter+du jeter+d jeter+par jeter+dans+le jeter+dans+la jeter+dans+l+eau jeter+dans+le+canal jeter+dans+la+seine balancer+dans sauter+sous trancher+la+gorge jeter+contre balancer+du balancer+par balancer+sous foutre+sous mettre+sous",
  veins:
    "ouvrir+les+veines ouvert+les+veines tailler+les+veines taillader+les+veines couper+les+veines trancher+les+veines taillader+les+poignets ouvrir+les+poignets ouvert+les+poignets ouvert+le+poignet couper+les+poignets trancher+les+poignets trancher+les+venes couper+les+venes",
  jump: "sauter+du sauter+d sauter+par sauter+dans+le+vide sauter+sous sauter+de+la sauter+de+mon sauter+de+chez sauter+devant",
  end: "faire+le+grand+saut passer+de+l+autre+cote tirer+ma+reverence mettre+fin+a+tout m+en+aller+pour+de+bon en+finir en+finis en+fini mettre+fin+a+mes+jours mettre+fin+a+ma+vie mettre+fin+a+ses+jours mettre+fin+a+sa+vie finir+ma+vie passer+a+l+acte mettre+un+terme foutre+en+l+air quitter+ce+monde quitter+cette+vie",
  die: "mourir crever disparaitre mort @end",
  want: "veux voulais voudrais voudrai aimerais aimerai souhaite prefere prefererais envie+de envie+d envie+que pense+a pense+de songe+a hesite+a reve+de hate+de besoin+de",
  go: "vais va vas vont allais allait irai ira",
  dare: "@want @go compte pense prevois prevu+de decide+de pret+a prete+a dois faut+que essaye+de essaie+de essayer+de tente+de tenter+de oblige+de voulu",
  now: "d+ici+demain d+ici+ce+soir dans+quelques+heures dans+les+prochaines+heures a+la+nuit+tombee pendant+la+nuit apres+le+repas apres+manger quand+ils+dorment ce+soir cette+nuit maintenant tout+de+suite tout+a+l+heure aujourd+hui demain dans+une+heure dans+1+heure dans+5+minutes dans+10+minutes dans+5+min dans+10+min dans+2+heures dans+une+minute dans+2+min dans+1+h ce+matin cet+aprem cette+apres+midi cet+apres+midi ce+week+end apres+les+cours dans+pas+longtemps dans+quelques+minutes avant+ce+soir avant+demain dans+@few+@unit a+minuit dans+la+soiree dans+la+nuit avant+que+mes+parents quand+mes+parents que+mes+parents+dorment attends+que+mes+parents attends+qu+ils+dorment attends+que+tout+le+monde quand+ils+dormiront quand+tout+le+monde+dort quand+tout+le+monde+dormira en+rentrant a+@hour+h ce+midi des+ce+soir direct",
  soon: "dans+quelques+heures d+ici+demain que+mes+parents+dorment attends+que+mes+parents quand+mes+parents+dorment avant+que+mes+parents des+que+mes+parents ce+soir cette+nuit tout+de+suite tout+a+l+heure dans+une+heure dans+1+heure dans+5+minutes dans+10+minutes dans+5+min dans+10+min avant+demain",
  few: "5 10 15 20 30 45 1 2 3 4 une deux trois quelques cinq dix",
  unit: "min minute h heure mn",
  hour: "12 13 14 15 16 17 18 19 20 21 22 23",
  high: "terrasse ravin barrage grue parapet pylone pont toit rails voies gare falaise viaduc rer passerelle balcon fenetre tour etage immeuble",
  money:
    "argent euros euro fric thune thunes balles sous pcs paysafecard transcash neosurf bitcoin paypal coupon coupons recharge virement crypto cash rançon rancon lydia",
  body: "bras cuisses jambes poignet poignets peau ventre avant+bras cuisse jambe mollets",
  blade: "rasoir lame cutter compas ciseaux couteau taille+crayon verre gillette aiguille",
  friend: "copain copine ami amie pote soeur frere mere pere cousine cousin fille fils elle il ex",
  coup: "coups+de+pied coups+de+poing coup+de+poing coup+de+pied coup+de+tete coup+de+boule coups+de+boule balayette droite claque baffe gifle beigne coups patate baffes claques raclee",
  present: "maintenant tout+de+suite la+maintenant ici en+ce+moment+meme vite",
  pills:
    "lexomil valium stilnox atarax lysanxia seresta prozac seroplex zoloft advil aspirine dafalgan melatonine antidouleurs anti+douleurs antidepresseur tercian theralene donormyl somnifere traitement medicaments cachets doliprane xanax lexomil somniferes anxiolytiques antidepresseurs neuroleptiques calmants ibuprofene tramadol codeine insuline anxio comprimes gelules ritaline",
  poison: "javel destop detergent poison desherbant antigel mort+aux+rats produit+menager lessive acide deboucheur",
  lots: "tout tous toute toutes boite boites plaquette plaquettes plein flacon tube trop plusieurs dizaine vingtaine trentaine cinquantaine 8 9 10 12 14 15 16 17 18 20 22 24 25 26 28 30 32 35 40 45 50 60 100 dix quinze vingt trente quarante",
  took: "pris prendre prends avaler gober bouffer ingerer engloutir bu enfiler tape siffler vide vider",
  weapon:
    "carabine couteau couteaux lame arme fusil flingue pistolet cutter batte machette hache marteau rasoir barre+de+fer carabine gun ciseaux opinel",
  adultnum:
    "19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 65 70 trente quarante cinquante vingt+cinq trentaine quarantaine cinquantaine",
  adult:
    "directeur patron president pretre cure imam moniteur maitre docteur medecin kine photographe chauffeur parrain conducteur homme+marie prof+particulier copain+de+ma+mere mec+de+ma+mere ami+de+mes+parents ami+de+la+famille ami+de+mon+pere copain+de+maman compagnon+de+ma+mere pote+de+mon+pere nouveau+mec+de beaupere un+adulte un+homme un+vieux le+vieux ce+vieux un+monsieur une+adulte adulte majeur monsieur mon+prof mon+professeur le+prof prof+de coach entraineur mon+moniteur animateur educateur surveillant pion voisin oncle tonton beau+pere beau+frere grand+pere cousin+plus+age pedo pedophile predateur pervers des+hommes homme inconnu+plus+age homme+de un+daron",
  stranger:
    "inconnu jamais+vu connais+pas connais+pas+en+vrai connais+pas+vraiment rencontre+sur connu+sur parle+sur+internet sur+internet sur+le+net en+ligne sur+snapchat sur+discord sur+yubo sur+tiktok sur+instagram sur+roblox sur+un+jeu",
  intimate:
    "coquin coquine coquines coquins osees denudees hot chaudes lingerie en+maillot toute+nue douche vestiaires cul+nu parties+intimes preliminaires ebats nudes nue nues a+poil intime intimes seins sein sexe sexuel sexuelle sexuelles sexy culotte soutif string sous+vetements masturbe masturber branle branler fesses cul chatte bite teub penis zizi nichons boobs denude denudee deshabille deshabillee deshabiller sextape sex+tape porno topless torse+nu corps dickpic",
  image: "photos videos screen screens nudes capture captures enregistrement live film",
  spread:
    "refile refilent echangent s+envoient se+passent se+montrent font+passer faire+passer revend revendent vendent leakent fuiter devoiler devoile exposer tournent tourne tourner circulent circule circuler diffuse diffuser diffusent diffusee publie publier publiee partage partager partagent poste poster postee postees leak leake leaker leaks fuite fuiter balance balancer balancees affiche afficher mis+en+ligne mis+sur fait+tourner font+tourner repandu repandre",
  everyone:
    "tout+le+monde toute+la+classe toute+l+ecole tout+le+college tout+le+lycee tout+mon+lycee tout+mon+college ma+classe la+classe le+groupe les+groupes internet telegram twitter pornhub onlyfans fisha snapchat instagram whatsapp tiktok toute+ma+classe mon+ecole mon+bahut tous+les+gens tous+mes+amis ma+famille mes+parents ses+potes ses+amis tous+ses+potes des+gens reseaux les+reseaux site+porno un+site x discord",
  hit: "tirer+les+cheveux tire+les+cheveux traine+par+les+cheveux tarter corriger derouille claque+contre mordu mord casse+le+bras casse+le+nez casser+le+bras frappant tapant cognant poignarde plaque+contre massacre lyncher jette+contre brule+avec frapper frappe frappent frappait bat battre battu battent bats cogne cogner cognent etrangler etrangle gifler gifle giflent secoue coups+de+pied coups+de+ceinture coups+de+poing taper tabasser massacrer defoncer defonce demonter demonte eclater eclate fracasser fracasse fouetter casser+la+gueule casse+la+gueule casser+la+figure",
  family:
    "pere mere papa maman parents beau+pere belle+mere daron daronne reuf frere grand+frere oncle tonton tante darons beaupere soeur grand+pere grand+mere cousin tuteur famille+d+accueil mari famille padre",
  someone: "il elle ils elles on @family copain copine ex mec gars type homme quelqu+un",
  rape: "viole violee viol abuse+de abusee+de agressee+sexuellement agresse+sexuellement attouchements attouchement touche+les+parties touche+sexuellement violes abuse+sexuellement sexuellement",
  school: "college lycee ecole cours bahut classe",
  everyday:
    "tous+les+jours chaque+jour tout+le+temps toujours sans+arret constamment toute+la+journee chaque+soir tous+les+soirs a+chaque+fois en+boucle h24 24h+24 depuis+des+mois depuis+des+semaines depuis+1+an depuis+un+an depuis+longtemps depuis+l+annee+derniere depuis+la+rentree depuis+plusieurs+mois depuis+2+mois depuis+3+mois depuis+septembre",
  la: "la ici",
};
