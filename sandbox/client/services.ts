import axios, { type AxiosInstance } from 'axios';
import { ONLOOKER_HEADER } from '../kit/onlooker';
import type { ContentstackSandbox, IconikSandbox } from '../sandbox';
import { ControlApi } from './controlApi';

export interface Connections {
	contentstack: ContentstackSandbox['connection'];
	iconik: IconikSandbox['connection'];
}

/** Both simulated services as an onlooker sees them: their APIs and their control APIs, by HTTP only. */
export interface Services {
	connections: Connections;
	contentstack: {
		management: AxiosInstance;
		/** The Delivery API: what a website would read. Any status is an answer. */
		delivery: AxiosInstance;
		control: ControlApi;
		/** How many calls the onlooker itself has made. */
		ownCalls: () => number;
	};
	iconik: {
		api: AxiosInstance;
		control: ControlApi;
		ownCalls: () => number;
	};
}

/** Connects to running simulators with the connections that they print. */
export function connectServices(connections: Connections): Services {
	const { contentstack, iconik } = connections;
	const contentstackCalls = counter();
	const iconikCalls = counter();
	const api_key = contentstack.apiKey;
	return {
		connections,
		contentstack: {
			management: contentstackCalls.client(`${contentstack.baseUrl}/v3`, {
				api_key,
				authorization: contentstack.managementToken,
			}),
			delivery: contentstackCalls.client(`${contentstack.cdnUrl}/v3`, {
				api_key,
				access_token: contentstack.deliveryToken,
			}),
			control: new ControlApi(contentstack.baseUrl),
			ownCalls: contentstackCalls.count,
		},
		iconik: {
			api: iconikCalls.client(`${iconik.baseUrl}/API`, {
				'App-ID': iconik.appId,
				'Auth-Token': iconik.authToken,
			}),
			control: new ControlApi(iconik.baseUrl),
			ownCalls: iconikCalls.count,
		},
	};
}

function counter() {
	let calls = 0;
	const client = (baseURL: string, headers: Record<string, string>): AxiosInstance => {
		const http = axios.create({
			baseURL,
			headers: { ...headers, [ONLOOKER_HEADER]: 'true' },
			proxy: false,
			validateStatus: () => true,
		});
		http.interceptors.request.use((request) => {
			calls += 1;
			return request;
		});
		return http;
	};
	return { client, count: () => calls };
}
