// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/allpages.h"

#include "ui/models/stretchsamples.h"
#include "ui/pages/buttonspage.h"
#include "ui/pages/healthpage.h"
#include "ui/pages/orbitpage.h"
#include "ui/pages/spectrumpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/pages/trendpage.h"
#include "ui/pages/waterfallpage.h"
#include "ui/pages/xypage.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// What pages are made with.
struct Desk
{
    History &history;
    ViewState &view;
    ReferenceStore &references;
    StretchSamples &samples; ///< read once for all pages that need them
};

struct Kind
{
    QString name;
    Page *(*make)(const Desk &, QWidget *);
};

template<class P>
Page *make(const Desk &desk, QWidget *parent)
{
    if constexpr (std::is_constructible_v<P, History &, ViewState &, StretchSamples &, QWidget *>)
        return new P{desk.history, desk.view, desk.samples, parent};
    else if constexpr (std::is_constructible_v<P, History &, ViewState &, ReferenceStore &, QWidget *>)
        return new P{desk.history, desk.view, desk.references, parent};
    else
        return new P{desk.history, desk.view, parent};
}

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        {u"trend"_s, make<TrendPage>},   {u"orbit"_s, make<OrbitPage>},         {u"buttons"_s, make<ButtonsPage>},
        {u"xy"_s, make<XyPage>},         {u"waterfall"_s, make<WaterfallPage>}, {u"statistics"_s, make<StatisticsPage>},
        {u"health"_s, make<HealthPage>}, {u"spectrum"_s, make<SpectrumPage>},
    };
    return all;
}

} // namespace

QStringList pageNames()
{
    QStringList names;
    for (const Kind &kind : kinds())
        names << kind.name;
    return names;
}

std::vector<Page *> createPages(History &history, ViewState &view, ReferenceStore &references, QWidget *parent)
{
    const Desk desk{history, view, references, *new StretchSamples{history, parent}};
    std::vector<Page *> pages;
    for (const Kind &kind : kinds())
        pages.push_back(kind.make(desk, parent));
    return pages;
}

} // namespace cbpm
