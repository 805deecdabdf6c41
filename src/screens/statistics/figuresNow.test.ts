import { expect, test } from 'vitest';
import { bookTicket } from '../../testing/bookings.js';
import { exampleSite, fakeOffice } from '../../testing/fakeConnection.js';
import { minutes, seconds } from '../../testing/officeDay.js';
import { figuresNow } from './figuresNow.js';

test('what is advised stands for a minute, or until something happens', () => {
  const office = fakeOffice();
  const arrivals = () => figuresNow(office.day, office.now(), exampleSite, []).advice?.load.arrivalsPerHour;
  office.pass(seconds(30));
  bookTicket(office, '3.2');
  office.pass(minutes(60) - seconds(1));
  expect(arrivals()).toBe(1);
  // It was booked more than an hour ago, which the next minute will tell.
  office.pass(seconds(10));
  expect(arrivals()).toBe(1);
  bookTicket(office, '3.2');
  expect(arrivals()).toBe(1);
  office.pass(seconds(30));
  expect(arrivals()).toBe(1);
});
