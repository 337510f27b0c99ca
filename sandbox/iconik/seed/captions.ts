const lines = {
	en: ['The wind comes first.', 'Then the light.', 'Then everything else.'],
	de: ['Zuerst kommt der Wind.', 'Dann das Licht.', 'Dann alles Übrige.'],
	fr: ['D’abord vient le vent.', 'Puis la lumière.', 'Puis tout le reste.'],
};

/** A short WebVTT file. */
export function captionText(language: keyof typeof lines, title: string): string {
	const cues = [title, ...lines[language]].map((line, index) => {
		const at = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
		return `${index + 1}\n${at(index * 3)} --> ${at(index * 3 + 3)}\n${line}\n`;
	});
	return `WEBVTT\n\n${cues.join('\n')}`;
}
