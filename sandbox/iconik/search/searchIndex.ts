import type { Clock } from '../../kit/clock';
import type { Faults } from '../../kit/faults';
import type { Store } from '../store';
import {
	assetDocument,
	collectionDocument,
	segmentDocument,
	type IndexDocument,
} from './documents';

/** The documents behind lists and searches. They follow writes after the lag that the faults set, on the services' clock. */
export class SearchIndex {
	private readonly documents = new Map<string, IndexDocument>();

	constructor(
		private readonly store: Store,
		private readonly clock: Clock,
		private readonly faults: Faults,
	) {}

	/** Notes that an object has changed or is gone: what lists show of it follows after the lag. */
	touch(...ids: string[]): void {
		const lag = this.faults.indexLagMs;
		for (const id of ids) {
			if (lag === 0) this.refresh(id);
			else this.clock.after(lag, () => this.refresh(id));
		}
	}

	/** Takes over everything at once, as after seeding. */
	rebuild(): void {
		this.documents.clear();
		const { assets, collections, segments } = this.store;
		for (const records of [assets, collections, segments])
			for (const id of records.keys()) this.refresh(id);
	}

	all(objectType: string): IndexDocument[] {
		return [...this.documents.values()].filter(({ object_type }) => object_type === objectType);
	}

	get(id: string): IndexDocument | undefined {
		return this.documents.get(id);
	}

	private refresh(id: string): void {
		const document = this.build(id);
		if (document) this.documents.set(id, document);
		else this.documents.delete(id);
	}

	private build(id: string): IndexDocument | undefined {
		const asset = this.store.assets.get(id);
		if (asset) return assetDocument(this.store, asset);
		const collection = this.store.collections.get(id);
		if (collection) return collectionDocument(this.store, collection);
		const segment = this.store.segments.get(id);
		return segment && segmentDocument(segment);
	}
}
