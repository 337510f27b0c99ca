/** A picture of hills under a sky, different for each number. */
export function posterSvg(number: number): string {
	const hue = (number * 47) % 360;
	const sun = 40 + ((number * 71) % 240);
	const crest = 96 + ((number * 13) % 30);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="hsl(${hue} 45% 46%)"/><stop offset="1" stop-color="hsl(${hue + 40} 62% 80%)"/>
</linearGradient></defs>
<rect width="320" height="180" fill="url(#sky)"/><circle cx="${sun}" cy="54" r="17" fill="#fff4d6"/>
<path d="M0 ${crest + 26}Q60 ${crest - 34} 120 ${crest + 12}T230 ${crest - 6}T320 ${crest + 18}V180H0Z" fill="hsl(${hue + 8} 30% 38%)"/>
<path d="M0 ${crest + 52}Q80 ${crest + 4} 160 ${crest + 46}T320 ${crest + 40}V180H0Z" fill="hsl(${hue + 16} 34% 22%)"/></svg>`;
}
