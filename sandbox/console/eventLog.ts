export interface ConsoleEvent {
	time: string;
	text: string;
}

const CAPACITY = 500;

/** What happened in words, oldest first: buttons pressed, scenarios run. */
export class EventLog {
	private readonly events: ConsoleEvent[] = [];

	add(text: string): void {
		this.events.push({ time: new Date().toISOString(), text });
		if (this.events.length > CAPACITY) this.events.shift();
	}

	list(): ConsoleEvent[] {
		return this.events;
	}
}
