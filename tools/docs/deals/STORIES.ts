/** What each deal of examples/ is about, in a sentence or two. */
export const STORIES: Readonly<Record<string, string>> = {
  "value-stack":
    "Six people may have a hand in one customer: who found it, taught it, won its trust, closed the deal, keeps it happy and grows it. A quarter of every sale is theirs, shared by what each part is worth; where nobody played a part its share goes to a pool, to the others, or stays.",
  saas: "A software company pays those around it for every subscription: integrations, templates, training and, for expansions, coaches; moderators have their part of everything off the top.",
  education:
    "A course platform pays instructors, mentors and affiliates of each enrollment, a bonus when a student completes, and pools for engagement and quality each period.",
  "ecommerce-collective":
    "Twelve shops sell each other's goods. Operations and a loyalty pool come off the top, influencers are paid of the sale, who sent the customer gets part of what is left, and the shop that sold keeps the rest.",
  "network-multiplier":
    "An affiliate's rate grows with the network, with the volume of the period before and with the years that it has been there, up to a ceiling.",
  "graduation-tiers":
    "Agencies climb from 15 % to 45 % by what they earn, sell and how long they stay; a milestone pays extra, and profit is shared above a threshold up to a cap.",
  "tech-partnership":
    "A technology partner takes a part of all revenue that declines over three years, licences up to a cap a year, and may be bought out; resellers and support are paid per sale.",
  "micro-influencers":
    "Creators get a base fee each period and 8, 12 or 15 % of what they sell, by tier. What customers return is taken back while it is held; small balances wait.",
  "lifetime-value":
    "Whoever brings a customer earns on it for life: on the first sale, on renewals, on what grows; and who brought the one who brought it has a part of that.",
  "phantom-equity":
    "A software company gives those who build it a part of what it earns beyond a threshold, and of its sale, by units that vest: two standing lines pay two plans, and six people hold units in them for four years.",
};
