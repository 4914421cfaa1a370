/**
 * What to tell the viewer when the server answers with an error: what it is, and what to do.
 * @param {{status: number, code: string, message: string}} refusal
 * @param {{kind: 'overview'|'region'|'ticket', name: string}} asked
 * @returns {{title: string, text: string}}
 */
export function refusalWords({ status, code, message }, { kind, name }) {
  if (code === 'not_ready') {
    return {
      title: 'Getting ready',
      text: 'The exporter has just started and is still reading what was published before. This takes seconds to a few minutes; the page goes on by itself.',
    };
  }
  if (code === 'too_many_streams') {
    return {
      title: 'Too many pages are open',
      text: 'The exporter serves as many live pages as it may. Close one that nobody looks at; this page keeps trying.',
    };
  }
  if (code === 'busy') {
    return {
      title: 'Waiting to look it up',
      text: 'The exporter must look this ticket up in Kafka, and is looking up as many others as it may. Leave the page open; it asks again by itself, within seconds.',
    };
  }
  if (code === 'unreachable') {
    return {
      title: 'Kafka does not answer',
      text: 'The exporter must look this ticket up in Kafka, and cannot reach it. The page keeps trying; if it stays, tell whoever runs Aftercare.',
    };
  }
  if (code === 'search_incomplete') {
    return {
      title: `Ticket ${name} was not found in time`,
      text: 'More was published than could be searched in the time that a search may take: the ticket may be there. Compare its id with that in your ticket system; the page searches again about once a minute.',
    };
  }
  if (status === 404 && kind === 'ticket') {
    return {
      title: `No ticket ${name}`,
      text: 'Nothing is known of a ticket of this id. Compare it with the id in your ticket system, letter by letter. A ticket that was just created appears within seconds.',
    };
  }
  if (status === 404 && kind === 'region') {
    return {
      title: `No region ${name}`,
      text: 'Nobody knows a region of this name. Go to the wallboard and choose one there; names are the ticket system’s own, letter by letter.',
    };
  }
  return {
    title: 'This could not be shown',
    text: `The exporter answered with an error (${status}${message ? `: ${message}` : ''}). The page keeps trying; if it stays, look into the exporter’s log.`,
  };
}
