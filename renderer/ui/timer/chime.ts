/** Two soft notes, Hz and seconds after the beginning. */
const NOTES = [
  [523.25, 0],
  [659.25, 0.35],
] as const
const LOUDNESS = 0.06
const SOUNDS = 1.4

/** Plays a quiet sound. Where a browser forbids it nothing happens. */
export function chime(): void {
  try {
    const audio = new AudioContext()
    for (const [pitch, after] of NOTES) {
      const note = audio.createOscillator()
      const loudness = audio.createGain()
      const begin = audio.currentTime + after
      note.frequency.value = pitch
      loudness.gain.setValueAtTime(0, begin)
      loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.05)
      loudness.gain.exponentialRampToValueAtTime(0.0001, begin + SOUNDS)
      note.connect(loudness).connect(audio.destination)
      note.start(begin)
      note.stop(begin + SOUNDS)
    }
    setTimeout(() => void audio.close(), (SOUNDS + 1) * 1_000)
  } catch {
    // A computer without sound.
  }
}
