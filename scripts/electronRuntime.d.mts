type Env = Readonly<Record<string, string | undefined>>

/** Electron's executable, or a sentence about what is in the way. May fetch the runtime. */
export function findElectron(env?: Env): { readonly file: string } | { readonly missing: string }

/** Whether a window can be shown at all. */
export function hasDisplay(env?: Env, platform?: NodeJS.Platform): boolean

/** Why the installed runtime's sandbox could not work here, or null. */
export function sandboxProblem(file: string, env?: Env, platform?: NodeJS.Platform): string | null
