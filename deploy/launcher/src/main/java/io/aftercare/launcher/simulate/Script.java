package io.aftercare.launcher.simulate;

/**
 * The parts of a ticket's and of a call's life, wired to one another.
 *
 * <pre>
 * Intake -> LiveContact ----\            /-> Closing -> closed
 *     \  \-> first touch ---->-> Casework         \
 *      \                    /    ^   |            \-> reopened -> Casework
 *       \-> a call ---------/     |   v
 *                              FieldVisit
 * Complaints watches throughout.
 *
 * a call: Switchboard -> Hold -> Conversation (PhoneDesk opens the ticket)
 *              ^         |  ^  \--> passed on -> Hold
 *              |         |  \- Callbacks
 *              \---------/ hangs up, dials again
 * </pre>
 */
final class Script {
  final World world;
  final Closing closing;
  final Complaints complaints;
  final FieldVisit fieldVisit;
  final Casework casework;
  final LiveContact liveContact;
  final Switchboard switchboard;
  final Hold hold;
  final Callbacks callbacks;
  final Conversation conversation;
  final PhoneDesk phoneDesk;
  final Intake intake;

  Script(World world) {
    this.world = world;
    this.complaints = new Complaints(world);
    this.closing = new Closing(world, this);
    this.fieldVisit = new FieldVisit(world, this);
    this.casework = new Casework(world, this);
    this.liveContact = new LiveContact(world, this);
    this.switchboard = new Switchboard(world, this);
    this.hold = new Hold(world, this);
    this.callbacks = new Callbacks(world, this);
    this.conversation = new Conversation(world, this);
    this.phoneDesk = new PhoneDesk(world, this);
    this.intake = new Intake(world, this);
  }
}
