/** Languages of the office: German first, English complete. */
export type Language = 'de' | 'en';
