import type { Tint } from '../board/vocabulary'

export interface TintColours {
  readonly fill: string
  readonly edge: string
  /** The edge softened by the fill: the thin line around a resting card. */
  readonly rim: string
  /** What a highlighter leaves on white paper. */
  readonly highlight: string
}

/** Every colour that painters use. The interface's colours are in tokens.css, and these sets match it. */
export interface Colours {
  readonly name: 'light' | 'dark' | 'highContrast' | 'darkHighContrast'
  /** Fills and shadows say nothing here: edges are strong, and a tint's name stands in the place of its sign. */
  readonly isStark: boolean
  readonly paper: string
  /** What is drawn on: the frames of a storyboard, a stamp. */
  readonly sheet: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly hairline: string
  readonly controlEdge: string
  readonly accent: string
  readonly focus: string
  readonly well: string
  /** World units. */
  readonly edgeWidth: number
  /** Two soft layers below a resting card; none in high contrast. */
  readonly shadows: readonly { readonly drop: number; readonly spread: number; readonly colour: string }[]
  readonly tints: Readonly<Record<Tint, TintColours>>
}

export const LIGHT: Colours = {
  name: 'light',
  isStark: false,
  paper: '#FBFAF7',
  sheet: '#FFFFFF',
  ink: '#1D1B16',
  ink2: '#4A463D',
  ink3: '#6E695E',
  hairline: '#CFC8B8',
  controlEdge: '#8C8575',
  accent: '#0F5C57',
  focus: '#1F5FD0',
  well: '#F3F0E9',
  edgeWidth: 1,
  shadows: [
    { drop: 3, spread: 1.5, colour: '#1D1B160E' },
    { drop: 1, spread: 0.5, colour: '#1D1B1618' },
  ],
  tints: {
    lemon: { fill: '#FFF1A8', edge: '#8A6D00', rim: '#D3BF68', highlight: '#FFE23D' },
    sky: { fill: '#CFE8FB', edge: '#1F6FA3', rim: '#8CBADA', highlight: '#86D0FF' },
    mint: { fill: '#CDEFD9', edge: '#237A4B', rim: '#8CC3A3', highlight: '#86E5AA' },
    rose: { fill: '#FAD3D8', edge: '#A33A4D', rim: '#D999A3', highlight: '#FFA3B5' },
    lilac: { fill: '#E3D8F7', edge: '#6A4BB0', rim: '#B5A2DC', highlight: '#C9B0FF' },
    peach: { fill: '#FFDDBE', edge: '#A65A12', rim: '#DDAB7D', highlight: '#FFBA75' },
    sand: { fill: '#EAE3D3', edge: '#6B6353', rim: '#BAB2A2', highlight: '#D9CDB0' },
    white: { fill: '#FFFFFF', edge: '#6E695E', rim: '#C8C6C2', highlight: '#D9D5CC' },
  },
}

/** For a dark room: the tints keep their character, the ink is light, and the signs stay. */
export const DARK: Colours = {
  name: 'dark',
  isStark: false,
  paper: '#1B1A17',
  sheet: '#2A2823',
  ink: '#F4F0E6',
  ink2: '#D2CCBE',
  ink3: '#A9A293',
  hairline: '#45413A',
  controlEdge: '#857E70',
  accent: '#6FC7BC',
  focus: '#8DB4FF',
  well: '#24221E',
  edgeWidth: 1,
  shadows: [
    { drop: 3, spread: 1.5, colour: '#00000040' },
    { drop: 1, spread: 0.5, colour: '#00000060' },
  ],
  tints: {
    lemon: { fill: '#4A3F0F', edge: '#E3C14A', rim: '#7A6A24', highlight: '#8A7414' },
    sky: { fill: '#16384F', edge: '#7CBDEB', rim: '#33617F', highlight: '#2B6C94' },
    mint: { fill: '#173E29', edge: '#7CCB9C', rim: '#35684B', highlight: '#2C7A4D' },
    rose: { fill: '#4F1F28', edge: '#F093A2', rim: '#83424E', highlight: '#9A3D50' },
    lilac: { fill: '#372A5C', edge: '#B9A2F0', rim: '#62519A', highlight: '#6A4FB0' },
    peach: { fill: '#502F10', edge: '#F0A660', rim: '#87562A', highlight: '#A0601F' },
    sand: { fill: '#3A362D', edge: '#BDB29A', rim: '#645D4E', highlight: '#6E6552' },
    white: { fill: '#2A2823', edge: '#B5AE9F', rim: '#565148', highlight: '#565148' },
  },
}

/** Where colours are not what tells tints apart. */
const everyTint = (one: TintColours): Colours['tints'] => ({
  lemon: one,
  sky: one,
  mint: one,
  rose: one,
  lilac: one,
  peach: one,
  sand: one,
  white: one,
})

const stark: TintColours = { fill: '#FFFFFF', edge: '#000000', rim: '#9E9E9E', highlight: '#FFE23D' }

export const HIGH_CONTRAST: Colours = {
  name: 'highContrast',
  isStark: true,
  paper: '#FFFFFF',
  sheet: '#FFFFFF',
  ink: '#000000',
  ink2: '#000000',
  ink3: '#000000',
  hairline: '#000000',
  controlEdge: '#000000',
  accent: '#00403C',
  focus: '#0B3FA8',
  well: '#FFFFFF',
  edgeWidth: 2,
  shadows: [],
  tints: everyTint(stark),
}

const starkDark: TintColours = { fill: '#000000', edge: '#FFFFFF', rim: '#9E9E9E', highlight: '#7A6400' }

/** High contrast for a dark room, or for eyes that a white wall blinds. */
export const DARK_HIGH_CONTRAST: Colours = {
  name: 'darkHighContrast',
  isStark: true,
  paper: '#000000',
  sheet: '#000000',
  ink: '#FFFFFF',
  ink2: '#FFFFFF',
  ink3: '#FFFFFF',
  hairline: '#FFFFFF',
  controlEdge: '#FFFFFF',
  accent: '#7FE6D8',
  focus: '#9CC2FF',
  well: '#000000',
  edgeWidth: 2,
  shadows: [],
  tints: everyTint(starkDark),
}
