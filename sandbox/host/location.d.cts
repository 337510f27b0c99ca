export interface HostLocation {
	/** The folder that holds n8n's own package.json and node_modules. */
	folder: string;
	/** This file exists once the install is complete. */
	marker: string;
	/** n8n's command, to be run with Node 24. */
	entry: string;
	isReady(): boolean;
}

export declare function hostLocation(): HostLocation;
