import { StyleModule } from 'style-mod'

/**
 * Lets the editor's own styles reach the page. The page refuses `<style>` elements, and for a document the library
 * makes one; for a shadow root it makes a style sheet object, which every root of the document can share.
 */
export function adoptStyles(document: Document): void {
  const shadow = document.createElement('div').attachShadow({ mode: 'closed' })
  StyleModule.mount(shadow, new StyleModule({}))
  for (const key of Object.getOwnPropertySymbols(shadow))
    Object.defineProperty(document, key, { value: Reflect.get(shadow, key), configurable: true })
}
