import { type FormEvent, useId, useState } from 'react';
import type { Host } from './host/host';
import { standaloneHost } from './host/standalone';
import { Picker } from './Picker';
import { texts } from './texts';

/** The page opened by itself: it asks for the access key that an extension would have in its configuration. */
export function Standalone() {
	const id = useId();
	const [key, setKey] = useState('');
	const [host, setHost] = useState<Host | null>(null);
	const [value, setValue] = useState<unknown[]>([]);

	const open = (event: FormEvent) => {
		event.preventDefault();
		setHost(standaloneHost(key.trim(), setValue));
	};

	return (
		<main className="standalone">
			<h1>{texts.standalone.title}</h1>
			<p className="soft">{texts.standalone.intro}</p>
			{host ? (
				<>
					<Picker host={host} />
					<details>
						<summary>{texts.standalone.value}</summary>
						<pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
					</details>
				</>
			) : (
				<form className="key-form" onSubmit={open}>
					<label htmlFor={id}>{texts.standalone.key}</label>
					<input
						id={id}
						type="password"
						autoComplete="off"
						required
						aria-describedby={`${id}-hint`}
						value={key}
						onChange={(event) => setKey(event.target.value)}
					/>
					<p id={`${id}-hint`} className="soft">
						{texts.standalone.keyHint}
					</p>
					<button type="submit" className="button primary">
						{texts.standalone.open}
					</button>
				</form>
			)}
		</main>
	);
}
