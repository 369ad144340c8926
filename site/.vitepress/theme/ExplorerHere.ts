/**
 * A link of a lesson into the explorer, which also opens right there: on a wide screen one reads and pulls levers side by side.
 * The engine starts only when it is asked for, since it takes all processors for a second or two.
 */
import { withBase } from 'vitepress'
import { defineComponent, h, ref, type VNode } from 'vue'

export const ExplorerHere = defineComponent({
  props: { settings: { type: String, required: true } },
  setup({ settings }, { slots }): () => VNode {
    const isOpen = ref(false)
    const address = withBase(`/explorer/index.html#${settings}`)
    return () =>
      h('div', { class: 'explorer-here' }, [
        h('p', [
          h('a', { href: address, target: '_blank', rel: 'noopener' }, slots['default']?.()),
          h(
            'button',
            { type: 'button', 'aria-expanded': isOpen.value, onClick: () => (isOpen.value = !isOpen.value) },
            [isOpen.value ? 'Close it here' : 'Open it here'],
          ),
        ]),
        isOpen.value ? h('iframe', { src: address, title: 'The explorer' }) : undefined,
      ])
  },
})
