"use client";

let audio: AudioContext | null = null;

/** Two soft tones; three higher ones for an imminent danger. Made here, so that no file is loaded. */
export function chime(urgent: boolean): void {
  try {
    audio ??= new AudioContext();
    const start = audio.currentTime;
    const tones = urgent ? [880, 1175, 880] : [523, 659];
    tones.forEach((frequency, index) => tone(audio!, frequency, start + index * 0.16));
  } catch {
    // A browser without sound: the screen says it as well.
  }
}

function tone(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.15);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.16);
}
