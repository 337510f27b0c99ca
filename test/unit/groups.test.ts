import { groupsOf } from '../../lib/groups';

it('groups keep the order in which keys and members came', () => {
	expect(groupsOf(['b1', 'a1', 'b2'], (text) => text.slice(0, 1))).toEqual([['b1', 'b2'], ['a1']]);
});
