// Sends plain mail through the SMTP server of the installation, where one is set.
import nodemailer, { type Transporter } from 'nodemailer';

export interface MailSettings {
  /** smtp://user:password@host:port or smtps://… */
  readonly url: string;
  /** Sender: address, or name and address. */
  readonly from: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

let current: { readonly from: string; readonly transport: Transporter } | undefined;

/** Undefined turns mail off. */
export function setMail(settings: MailSettings | undefined): void {
  current?.transport.close();
  current =
    settings === undefined
      ? undefined
      : {
          from: settings.from,
          transport: nodemailer.createTransport(settings.url, { from: settings.from }),
        };
}

export const mailIsOn = (): boolean => current !== undefined;

/** Resolves when the server has taken the mail; a refusal or an absent server is an error, so that a job tries again. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  if (current === undefined) throw new Error('mail is not set up');
  await current.transport.sendMail({ from: current.from, to, subject, text });
}
