/** From which country's side a report is told: which outcomes come first, and by which the options are judged. */
export const views = ['US', 'CA', 'MX'] as const
export type View = (typeof views)[number]

/** The country that the report is told for; the United States where nobody says otherwise. */
export function viewOf({ view }: { readonly view?: View }): View {
  return view ?? 'US'
}

export const countryNames: Readonly<Record<View, string>> = { US: 'the United States', CA: 'Canada', MX: 'Mexico' }

/** By what options are judged where a country is asked for. */
export function viewOutcomes(view: View): readonly string[] {
  return ['output', 'assemblyJobs', 'priceIndex', 'welfare'].map((family) => `${family}.${view}`)
}
