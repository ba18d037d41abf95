export interface LayerViolation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** Every import in the tree at `baseDir` that breaks a rule of .dependency-cruiser.mjs, and how many files it read. */
export function layerViolations(
  baseDir: string,
): Promise<{ readonly modules: number; readonly violations: readonly LayerViolation[] }>

/** Every rule of the layers, with the sentence that explains it. */
export const rules: readonly { readonly name: string; readonly comment: string }[]
