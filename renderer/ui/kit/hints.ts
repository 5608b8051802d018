/** CSS pixels between a hint and the edge that would cut it off. */
const MARGIN = 4

/** The room that a hint and its gap take above or below their button, in CSS pixels. */
const HEIGHT = 40

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Moves every hint that is about to show so far that no edge of the window or of a panel cuts it off. */
export function keepHintsInSight(page: Document): void {
  const place = ({ target }: Event) => {
    const owner = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null
    if (owner && owner.dataset.hintAt !== 'beside') placeHint(owner)
  }
  page.addEventListener('pointerover', place)
  page.addEventListener('focusin', place)
}

function placeHint(owner: HTMLElement): void {
  const width = Number.parseFloat(getComputedStyle(owner, '::after').width)
  if (!Number.isFinite(width)) return
  const edges = edgesAround(owner)
  const { left, right, top, bottom } = owner.getBoundingClientRect()
  const wanted = (left + right) / 2 - width / 2
  const most = edges.right - MARGIN - width
  const shift = Math.max(edges.left + MARGIN, Math.min(wanted, most)) - wanted
  owner.style.setProperty('--hint-shift', `${shift}px`)
  const isAbove = owner.dataset.hintAt === 'above'
  const isCut = isAbove ? top - HEIGHT < edges.top : bottom + HEIGHT > edges.bottom
  owner.classList.toggle('hint-turned', isCut)
}

/** The part of the window in which nothing around an element cuts it off. */
function edgesAround(element: HTMLElement): Edges {
  let edges: Edges = { left: 0, right: window.innerWidth, top: 0, bottom: window.innerHeight }
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around)
    const box = around.getBoundingClientRect()
    // A bar to scroll with stands on one side of what is inside.
    const left = box.left + around.clientLeft
    if (overflowX !== 'visible')
      edges = {
        ...edges,
        left: Math.max(edges.left, left),
        right: Math.min(edges.right, left + around.clientWidth),
      }
    if (overflowY !== 'visible')
      edges = { ...edges, top: Math.max(edges.top, box.top), bottom: Math.min(edges.bottom, box.bottom) }
    // What is in the top layer is cut off by nothing outside it.
    if (around.matches('dialog, [popover]')) break
  }
  return edges
}
