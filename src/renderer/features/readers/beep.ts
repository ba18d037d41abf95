let context: AudioContext | null = null

/** Length of a sound in seconds, and how loud it is (1 is the loudest there is). */
const SECONDS = 0.12
const GAIN = 0.08

/** A short sound: a high one when all is well, a low one when not. Silent where the computer has no sound. */
export function beep(good: boolean): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = good ? 880 : 220
  volume.gain.value = GAIN
  tone.connect(volume).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + (good ? SECONDS : SECONDS * 3))
}
