import type { DangerRule } from "./rule";

/** English: what others do to the person. */
export const ENGLISH_HARM_RULES: readonly DangerRule[] = [
  {
    code: "violence.going-on",
    level: "F4",
    factor: "violence",
    playful: true,
    fiction: true,
    patterns: [
      "breaking|break|broke|kicking|kick|banging ~2 down|in|on ~2 door",
      "trying+to|tries+to ~2 get+in|break+in|come+in|enter ~6 room|house|door|window",
      "is|are hitting|beating|strangling|choking|hurting|raping|attacking|kicking ~3 me|mom|mum|my|us|her|him ~4 right+now|now|help|please|again+right",
      "help ~5 hitting|beating|strangling|choking|knife|killing|gun|kill+me",
      "has|got|holding ~1 a? knife|gun ~8 me|mom|mum|us|door|dad|kill|her",
      "is|are|waiting|standing ~2 outside|downstairs|front+of ~3 my|house|door|home|school|for+me",
      "outside ~1 my|our house|door|school|window|home",
      "locked|hiding ~5 bathroom|room|closet|toilet|wardrobe ~10 dad|hit|yelling|screaming|knife|door|drunk|hitting|him|stepdad|break",
      "not ~2 let+me+leave|letting+me+leave|let+me+go|letting+me+go",
      "just|tonight|yesterday|today ~3 raped|assaulted",
      "raped ~3 tonight|today|yesterday|last+night|hour",
      "not breathing|waking+up|responding|wake+up ~8 pills|help|what|friend|do|please",
    ],
  },
  {
    code: "sexual.assault",
    level: "F3",
    fiction: true,
    patterns: [
      "raped|molested|sexually+assaulted|sexually+abused",
      "touched|touches|touching ~3 private|breasts|under|down+there|where|at+night|night|bed|inappropriately",
      "forced ~3 sex|touch|undress|sleep",
    ],
  },
  {
    code: "violence.family",
    level: "F3",
    fiction: true,
    patterns: [
      "dad|mom|mum|father|mother|stepdad|stepfather|parents|uncle|brother ~4 hits|beats|hit|beat|hurts|punches|abuses|kicks|slaps ~2 me|my|us|mom|her",
      "going+to|will|wants+to kill me|us",
    ],
  },
  {
    code: "predation.sexual-ask",
    level: "F1",
    factor: "sexual-ask",
    fiction: true,
    patterns: [
      "asks|asking|wants|asked|sends|sent|sending|keeps+asking|begging|pressuring|pressure ~6 nudes|naked|pics|dick+pic|dick|sex|sexual|boobs|topless|underwear|photos",
      "wants|asked|offered|asking ~4 sleep+with|sex",
    ],
  },
  {
    code: "predation.adult",
    level: "F0",
    factor: "adult",
    always: true,
    patterns: ["@adultnum years|year|yo|yr|yrs|y+o|old", "old|older|grown man|guy|men", "adult|teacher|pedo|paedo"],
  },
  {
    code: "predation.meeting",
    level: "F0",
    factor: "meeting",
    patterns: [
      "wants|asked|asking|insists|going|going+to|supposed|meeting ~4 meet|meeting|meet+up|see+me|pick+me+up|him|come+over",
      "meet|meeting ~3 him|up|man|guy",
    ],
  },
  {
    code: "predation.stranger",
    level: "F0",
    factor: "stranger",
    always: true,
    patterns: ["met ~2 online|on+snapchat|on+discord|on+roblox|on+instagram|on+tiktok", "online|stranger"],
  },
  {
    code: "intimate.spread",
    level: "F3",
    factor: "spread",
    fiction: true,
    patterns: [
      "naked|nude|nudes|intimate ~3 pictures|pics|photos|photo|video? ~4 all+over|everywhere|around|online",
      "all+over ~2 school|internet|instagram|snapchat",
      "leaked|posted|shared|sent|spread|sharing|sending|uploaded ~4 nudes|naked|intimate|sex+tape|private+pics|sextape",
      "nudes|naked+photos|naked+pics|sex+tape|intimate|naked+photo ~7 everyone|online|leaked|telegram|school|group+chat|pornhub|twitter|internet|everywhere|spread",
      "everyone|whole+school|whole+class ~5 nudes|naked|my+photos",
      "deepfake|ai|fake|edited ~5 nude|nudes|naked|porn",
    ],
  },
  {
    code: "blackmail",
    level: "F2",
    factor: "threat",
    fiction: true,
    patterns: [
      "blackmail|blackmailing|blackmailed|blackmails|sextortion|sextorted",
      "threatening|threatens|threatened|threaten|says|said|going+to|will ~7 post|leak|send|share|show|expose|publish ~4 nudes|photos|pics|video|naked|everyone|my|it|them",
      "pay|money|euros|gift+card|bitcoin|paypal ~8 photos|nudes|pics|video|leak|send|post|share",
      "or|unless|if ~6 leak|post|send|share ~3 nudes|photos|pics|everyone|video|my|it|them",
    ],
  },
];
